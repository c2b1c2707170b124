// The script of all pages. Pages work without it.
import './main.css';

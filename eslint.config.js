import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default defineConfig(
  // Written by tools.
  { ignores: ['dist/', 'coverage/', 'data/', 'src/viewer/queries.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  // `== null` is the one good use of it: null or undefined.
  { rules: { eqeqeq: ['error', 'always', { null: 'ignore' }] } },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.nodeBuiltin },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: globals.node },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A new relation type or entity type has to show every place that must know of it.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Counts and ports in a message print as they are meant to; all else stays an error.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => close()` is the usual way to pass an action on.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `const { left, ...rest }` is how a property is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Spreading a string gives its code points, which is what positions in a source count.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `async` turns a throw into a rejection: the store port promises that, also where an engine
      // has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      // A good median does not protect: the longest function does the harm.
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      // What the service has to say goes through its log, and never holds a variable's value.
      'no-console': 'error',
    },
  },
  {
    // A type of the schema is a list of its fields, each a few lines of its own.
    files: ['src/api/*.ts', 'src/api/kit/{enums,filters,types}.ts'],
    rules: {
      'max-lines-per-function': ['error', { max: 110, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Tables of data: splitting them would only scatter them.
    files: ['src/vocabulary/relation-types.ts', 'src/limits.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // A component is markup, one attribute a line.
    files: ['src/viewer/**/*.tsx'],
    rules: {
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // The command line and a service that cannot start speak to a terminal.
    files: ['src/cli.ts', 'src/cli/**/*.ts', 'src/service.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // A test that meets null where it expects a value fails at that line, which is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // An answer is compared with the values that the test writes down; a type for each query would
      // say the same twice, and a wrong name fails the comparison.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);

// Imported before all else: outside of production graphql checks each type anew, which takes a
// tenth of the time of an answer.
process.env['NODE_ENV'] ??= 'production';

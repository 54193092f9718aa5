// Exports one by one.
const { Pool } = require("pg");
const pool = new Pool();

exports.query = async function (title) {
  await pool.query("SELECT * FROM notes WHERE title = '" + title + "'"); // expect: proven sql
  return { content: [] };
};

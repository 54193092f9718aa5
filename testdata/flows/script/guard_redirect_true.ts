// A path out of a list.
import express from "express";

const PAGES = ["/", "/notes", "/settings"];
const app = express();

app.get("/login", (req, res) => {
  const next = String(req.query.next);
  if (!PAGES.includes(next)) {
    res.status(400).end();
    return;
  }
  res.redirect(next);
});

app.listen(3000);

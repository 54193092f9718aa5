// A path that starts with a slash may start with two.
import express from "express";

const app = express();

app.get("/login", (req, res) => {
  const next = String(req.query.next);
  if (!next.startsWith("/")) {
    res.status(400).end();
    return;
  }
  res.redirect(next); // expect: proven redirect
});

app.listen(3000);

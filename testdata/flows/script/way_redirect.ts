// A redirect to where the request says.
import express from "express";

const app = express();

app.get("/login", (req, res) => {
  res.redirect(req.query.next as string); // expect: proven redirect
});

app.get("/home", (req, res) => {
  res.redirect("/start");
});

app.listen(3000);

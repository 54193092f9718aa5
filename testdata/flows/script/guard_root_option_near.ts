// A path that the framework takes as it is.
import express from "express";

const app = express();

app.get("/files", (req, res) => {
  res.sendFile(`/srv/data/${req.query.name}`); // expect: proven path
});

app.listen(3000);

// A path that the framework holds within a root.
import express from "express";

const app = express();

app.get("/files", (req, res) => {
  res.sendFile(String(req.query.name), { root: "/srv/data" });
});

app.listen(3000);

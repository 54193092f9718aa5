// The body of a request is decoded; a number in it is harmless.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os/exec"
)

type convertRequest struct {
	File  string `json:"file"`
	Width int    `json:"width"`
}

func convert(w http.ResponseWriter, r *http.Request) {
	var body convertRequest
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		http.Error(w, "bad request", http.StatusBadRequest)
		return
	}
	exec.Command("sh", "-c", fmt.Sprintf("echo %d", body.Width)).Run()
	exec.Command("sh", "-c", "convert "+body.File).Run() // expect: proven shell
}

func main() {
	http.HandleFunc("/convert", convert)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

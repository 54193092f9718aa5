// A handler of the server's own HTTP application.
package main

import (
	"net/http"
	"os"
)

func download(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	http.ServeFile(w, r, "/srv/"+r.FormValue("file")) // expect: proven path
	data, err := os.ReadFile(name)                    // expect: proven path
	if err != nil {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	w.Write(data)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/download", download)
	http.ListenAndServe(":8080", mux)
}

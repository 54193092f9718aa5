// Routes of a server behind a check of a token, and files below a folder.
package main

import (
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func authenticated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer "+os.Getenv("TOKEN") {
			http.Error(w, "not allowed", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func download(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/files/")
	if !filepath.IsLocal(name) {
		http.NotFound(w, r)
		return
	}
	http.ServeFile(w, r, filepath.Join("/srv/files", name))
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/files/", authenticated(http.HandlerFunc(download)))
	log.Fatal(http.ListenAndServe("127.0.0.1:8080", mux))
}

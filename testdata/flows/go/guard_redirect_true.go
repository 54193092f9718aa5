// The target is one of the pages.
package main

import (
	"net/http"
	"slices"
)

var pages = []string{"/", "/tools"}

func login(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("next")
	if !slices.Contains(pages, target) {
		target = "/"
	}
	http.Redirect(w, r, target, http.StatusFound)
}

func main() {
	http.HandleFunc("/login", login)
	http.ListenAndServe(":8080", nil)
}

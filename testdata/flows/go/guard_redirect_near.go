// A target that begins with a slash may begin with two, and name another host.
package main

import (
	"net/http"
	"strings"
)

var pages = []string{"/", "/tools"}

func login(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("next")
	if !strings.HasPrefix(target, "/") {
		target = "/"
	}
	http.Redirect(w, r, target, http.StatusFound) // expect: proven redirect
}

func main() {
	http.HandleFunc("/login", login)
	http.ListenAndServe(":8080", nil)
}

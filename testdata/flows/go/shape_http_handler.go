// A route of the server's own, beside its tools.
package main

import (
	"fmt"
	"net/http"
	"os/exec"
)

func ping(w http.ResponseWriter, r *http.Request) {
	host := r.URL.Query().Get("host")
	out, err := exec.Command("sh", "-c", "ping -c 1 "+host).Output() // expect: proven shell
	if err != nil {
		http.Error(w, "no answer", http.StatusBadGateway)
		return
	}
	fmt.Fprint(w, len(out))
}

func main() {
	http.HandleFunc("/ping", ping)
	http.ListenAndServe("127.0.0.1:8080", nil)
}

// An exported function that nothing calls.
package convert

import (
	"os/exec"
)

// Convert turns a document into a PDF.
func Convert(source string) error {
	return exec.Command("sh", "-c", "pandoc -o out.pdf "+source).Run() // expect: likely shell
}

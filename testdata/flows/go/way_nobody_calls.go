// A function that nothing in the program calls may be called from outside.
package archive

import "os/exec"

func Pack(folder string) error {
	return exec.Command("sh", "-c", "tar cf out.tar "+folder).Run() // expect: likely shell
}

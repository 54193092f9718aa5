package run

import "os/exec"

// Shell runs a line.
func Shell(line string) (string, error) {
	out, err := exec.Command("sh", "-c", line).CombinedOutput()
	return string(out), err
}

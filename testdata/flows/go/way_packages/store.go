package main

import (
	"os"
	"path/filepath"
)

type store struct {
	folder string
}

func newStore(folder string) *store {
	return &store{folder: folder}
}

func (s *store) save(name, text string) error {
	return os.WriteFile(filepath.Join(s.folder, name), []byte(text), 0o600) // expect: proven path
}

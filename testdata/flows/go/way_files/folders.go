package main

import "os"

func entriesOf(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder) // expect: proven path
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(entries))
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names, nil
}

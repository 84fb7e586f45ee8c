package doctor

import (
	"fmt"
	"io/fs"

	"awsenv/internal/awsconfig"
)

// Mode is who may read a file, by its permission bits.
type Mode struct {
	Path string
	Mode fs.FileMode
}

// files tells what the AWS CLI refuses or ignores in the files, and who else may read them.
func files(f Facts) []awsconfig.Problem {
	found := append([]awsconfig.Problem(nil), f.Config.Problems...)
	for _, m := range f.Modes {
		if m.Mode.Perm()&0o077 == 0 {
			continue
		}
		found = append(found, awsconfig.Problem{
			Code: "open-file", Place: awsconfig.Place{File: m.Path},
			Message: fmt.Sprintf("other users may read or write this file (%#o)", m.Mode.Perm()),
			Hint:    "chmod 600 " + f.Word(m.Path),
		})
	}
	return found
}

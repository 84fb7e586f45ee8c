package awsconfig

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Paths names the two files that the AWS CLI reads; "" stands for no such file.
type Paths struct{ Config, Credentials string }

// Locate finds the paths as the AWS CLI does: AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE,
// with variables and then ~ expanded, else the files in ~/.aws. A variable that is set to nothing
// names no file. The home directory is the caller's to find.
func Locate(env func(string) (string, bool), home string) Paths {
	path := func(variable, file string) string {
		p, ok := env(variable)
		if !ok {
			p = filepath.Join("~", ".aws", file)
		}
		return expandUser(expandVars(p, env), home)
	}
	return Paths{
		Config:      path("AWS_CONFIG_FILE", "config"),
		Credentials: path("AWS_SHARED_CREDENTIALS_FILE", "credentials"),
	}
}

// expandVars is Python's os.path.expandvars: $NAME and ${NAME}; what is not set stays as it is,
// and what was put in is not looked at again.
func expandVars(path string, env func(string) (string, bool)) string {
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(path, "$")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, length := variable(after)
		if value, ok := env(name); ok && length > 0 {
			b.WriteString(value)
		} else {
			b.WriteString("$" + after[:length])
		}
		path = after[length:]
	}
}

// variable reads the name behind a dollar sign, and how many bytes it takes up there.
func variable(s string) (name string, length int) {
	if strings.HasPrefix(s, "{") {
		if end := strings.IndexByte(s, '}'); end > 0 {
			return s[1:end], end + 1
		}
		return "", 0
	}
	end := strings.IndexFunc(s, func(r rune) bool { return !isNameRune(r) })
	if end < 0 {
		end = len(s)
	}
	return s[:end], end
}

func isNameRune(r rune) bool {
	return r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// expandUser is Python's os.path.expanduser: ~ is the home directory, ~name that of another user.
func expandUser(path, home string) string {
	if !strings.HasPrefix(path, "~") {
		return path
	}
	end := strings.IndexFunc(path, func(r rune) bool { return r < 0x80 && os.IsPathSeparator(byte(r)) })
	if end < 0 {
		end = len(path)
	}
	if user := path[1:end]; user != "" {
		data, _ := os.ReadFile("/etc/passwd") // not os/user, which links the C library
		if home = homeOf(user, string(data)); home == "" {
			return path
		}
	}
	if full := strings.TrimRight(home, "/") + path[end:]; full != "" {
		return full
	}
	return "/"
}

// homeOf is the home directory of a user in the lines of /etc/passwd.
func homeOf(user, passwd string) string {
	for line := range strings.SplitSeq(passwd, "\n") {
		if fields := strings.Split(line, ":"); len(fields) >= 6 && fields[0] == user {
			return fields[5]
		}
	}
	return ""
}

// Load reads both files. One that is no regular file, or that may not be read, counts as missing,
// as for the AWS CLI, but is noted.
func (p Paths) Load() *Config {
	config, confProblems := readSource(p.Config)
	credentials, credsProblems := readSource(p.Credentials)
	c := Parse(config, credentials)
	c.Problems = append(append(confProblems, credsProblems...), c.Problems...)
	return c
}

// readSource looks before it opens: opening a pipe would wait for its other end.
func readSource(path string) (Source, []Problem) {
	src := Source{Path: path}
	if path == "" {
		return src, nil
	}
	info, err := os.Stat(path)
	if err == nil && info.Mode().IsRegular() {
		src.Data, err = os.ReadFile(path)
	}
	return src, fileProblem(path, info, err)
}

// fileProblem says why a file counts as missing though something is there.
func fileProblem(path string, info fs.FileInfo, err error) []Problem {
	problem := Problem{Place: Place{File: path}}
	switch {
	case err == nil && info.Mode().IsRegular():
		return nil
	case err == nil:
		problem.Code, problem.Message = "not-a-file", "this is no regular file, so the AWS CLI ignores it"
		problem.Hint = "put a file there, or point the variable that names it to one"
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Lstat(path); err != nil {
			return nil
		}
		problem.Code, problem.Message = "dangling-link", "this link leads to no file, so the AWS CLI ignores it"
		problem.Hint = "remove the link or restore its target"
	default:
		problem.Code, problem.Message = "unreadable-file", "this file cannot be read, so the AWS CLI ignores it: "+reason(err)
		problem.Hint = "make it yours and readable: chmod u+rw"
	}
	return []Problem{problem}
}

// reason is the error without operation and path, which the place already tells.
func reason(err error) string {
	if inner := errors.Unwrap(err); inner != nil {
		return inner.Error()
	}
	return err.Error()
}

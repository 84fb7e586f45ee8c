package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// serve runs until ctx ends, its parent ends, or its time is up.
func serve(ctx context.Context, dir string, chosen *settings) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go watchParent(ctx, stop)
	s, err := start(dir, chosen, stop)
	if err != nil {
		return err
	}
	defer s.close()
	<-ctx.Done()
	return nil
}

// server is a running fake: the proxy and what answers behind it.
type server struct {
	port    int
	log     *os.File
	proxy   *http.Server
	service *http.Server
}

// start listens and writes the files of dir; stop is called when a client asks for the end.
func start(dir string, chosen *settings, stop func()) (*server, error) {
	ca, err := newAuthority()
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	logFile, err := os.OpenFile(filepath.Join(dir, "log"), os.O_CREATE|os.O_TRUNC|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		logFile.Close()
		return nil, err
	}
	s := &server{port: listener.Addr().(*net.TCPAddr).Port, log: logFile}
	notes := &journal{out: logFile}
	service := newService(chosen, notes, stop)
	inner := newTunnels(listener.Addr())
	outer := &proxy{known: service.reachable, control: service.control(), journal: notes, tunnels: inner}
	// A client that distrusts the certificate is what some tests are about, and no news.
	s.proxy = &http.Server{Handler: outer, ErrorLog: log.New(logFile, "Proxy ", 0)}
	s.service = &http.Server{Handler: service, ErrorLog: log.New(logFile, "TLS ", 0)}
	go s.proxy.Serve(listener)
	go s.service.Serve(inner.secure(ca))
	if err := writeState(dir, ca.pem(), s.port); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

func (s *server) close() {
	s.proxy.Close()
	s.service.Close()
	s.log.Close()
}

// writeState writes env last and whole: who sees it finds the rest.
func writeState(dir string, ca []byte, port int) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	caFile := filepath.Join(dir, "ca.pem")
	env := filepath.Join(dir, "env")
	return errors.Join(
		os.WriteFile(caFile, ca, 0o600),
		os.WriteFile(filepath.Join(dir, "port"), []byte(strconv.Itoa(port)+"\n"), 0o600),
		os.WriteFile(env+".new", []byte(environment(caFile, port)), 0o600),
		os.Rename(env+".new", env),
	)
}

// environment is what a client must export, a line NAME=value each.
func environment(caFile string, port int) string {
	return fmt.Sprintf(`HTTPS_PROXY=http://127.0.0.1:%d
NO_PROXY=127.0.0.1,localhost
AWS_CA_BUNDLE=%s
AWS_EC2_METADATA_DISABLED=true
`, port, caFile)
}

const (
	longestLife  = 30 * time.Minute
	parentPeriod = 500 * time.Millisecond
)

// watchParent calls stop when nobody can need the server any more: a test that
// was killed cannot clean up.
func watchParent(ctx context.Context, stop func()) {
	go func() {
		if isPipe(os.Stdin) {
			waitForEnd(os.Stdin)
			stop()
		}
	}()
	parent := os.Getppid()
	end := time.After(longestLife)
	for {
		select {
		case <-ctx.Done():
			return
		case <-end:
			stop()
		case <-time.After(parentPeriod):
			if os.Getppid() != parent {
				stop()
			}
		}
	}
}

// isPipe tells a standard input that somebody holds open from /dev/null, which
// a shell gives to what it starts in the background.
func isPipe(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeNamedPipe != 0
}

func waitForEnd(f *os.File) {
	buffer := make([]byte, 512)
	for {
		if _, err := f.Read(buffer); err != nil {
			return
		}
	}
}

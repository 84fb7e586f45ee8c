package main

import (
	"crypto/tls"
	"net"
	"net/http"
	"sync"
)

// proxy answers CONNECT by being the host itself, and plain requests to its own
// address as control. What it does not know it refuses.
type proxy struct {
	known   func(host string) bool
	control http.Handler
	journal *journal
	tunnels *tunnels
}

// ServeHTTP implements http.Handler.
func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.Method == http.MethodConnect:
		p.connect(w, r)
	case r.URL.IsAbs():
		// A request to pass on, which would leave this machine.
		p.refuse(w, r.URL.Host)
	default:
		p.control.ServeHTTP(w, r)
	}
}

func (p *proxy) connect(w http.ResponseWriter, r *http.Request) {
	host, port, err := net.SplitHostPort(r.Host)
	if err != nil || port != "443" || !p.known(host) {
		p.refuse(w, r.Host)
		return
	}
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if _, err := conn.Write([]byte("HTTP/1.1 200 Connection established\r\n\r\n")); err != nil {
		conn.Close()
		return
	}
	p.tunnels.add(conn)
}

func (p *proxy) refuse(w http.ResponseWriter, host string) {
	p.journal.write("Refused", fact{"host", host})
	http.Error(w, "fakesso is no way out", http.StatusBadGateway)
}

// tunnels is a listener of the connections that clients opened with CONNECT, so
// that an ordinary HTTP server can answer them.
type tunnels struct {
	address net.Addr
	conns   chan net.Conn
	closed  chan struct{}
	close   sync.Once
}

func newTunnels(address net.Addr) *tunnels {
	return &tunnels{address: address, conns: make(chan net.Conn), closed: make(chan struct{})}
}

func (t *tunnels) add(conn net.Conn) {
	select {
	case t.conns <- conn:
	case <-t.closed:
		conn.Close()
	}
}

// Accept implements net.Listener.
func (t *tunnels) Accept() (net.Conn, error) {
	select {
	case conn := <-t.conns:
		return conn, nil
	case <-t.closed:
		return nil, net.ErrClosed
	}
}

// Close implements net.Listener.
func (t *tunnels) Close() error {
	t.close.Do(func() { close(t.closed) })
	return nil
}

// Addr implements net.Listener.
func (t *tunnels) Addr() net.Addr { return t.address }

// secure wraps the tunnels' connections in TLS, with a certificate of the host asked for.
func (t *tunnels) secure(a *authority) net.Listener {
	return tls.NewListener(t, &tls.Config{
		GetCertificate: a.certificateFor,
		NextProtos:     []string{"http/1.1"},
		MinVersion:     tls.VersionTLS12,
	})
}

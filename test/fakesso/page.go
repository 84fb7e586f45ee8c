package main

import "net/http"

// openPage answers for every start page. Its device page counts as the person's
// consent, if the consent setting lets it.
func (s *service) openPage(c *call) answer {
	code := c.URL.Query().Get("user_code")
	facts := []fact{{"host", c.Host}, {"path", c.URL.Path}, {"user_code", code}}
	if code == "" {
		return pageAnswer(http.StatusOK, "AWS access portal").with(facts...)
	}
	d := s.deviceWith(code)
	if d == nil {
		return pageAnswer(http.StatusNotFound, "No such code.").with(facts...)
	}
	if s.settings.consent.word != "ignore" {
		d.approved = true
	}
	return pageAnswer(http.StatusOK, "You can close this window.").with(facts...)
}

func (s *service) deviceWith(userCode string) *device {
	for _, d := range s.devices {
		if d.userCode == userCode {
			return d
		}
	}
	return nil
}

func pageAnswer(status int, text string) answer {
	return answer{
		status: status,
		header: http.Header{"Content-Type": {"text/plain; charset=utf-8"}},
		body:   []byte(text + "\n"),
	}
}

module awsenv/test/fakesso

go 1.26

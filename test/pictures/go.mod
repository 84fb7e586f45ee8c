module awsenv/test/pictures

go 1.26

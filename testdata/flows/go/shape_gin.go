// Routes of gin: a query, a part of the path, a body.
package main

import (
	"log"
	"net/http"
	"os/exec"

	"github.com/gin-gonic/gin"
)

type runRequest struct {
	Command string `json:"command"`
}

func status(c *gin.Context) {
	exec.Command("sh", "-c", "systemctl status "+c.Param("unit")).Run() // expect: proven shell
	exec.Command("sh", "-c", "grep "+c.Query("words")).Run()            // expect: proven shell
}

func run(c *gin.Context) {
	var body runRequest
	if err := c.ShouldBindJSON(&body); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	exec.Command("sh", "-c", body.Command).Run() // expect: proven shell
}

func main() {
	router := gin.Default()
	router.GET("/status/:unit", status)
	router.POST("/run", run)
	log.Fatal(router.Run(":8080"))
}

package vn.daihoi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The approval system of a ward's Party congress, started as one process. */
@SpringBootApplication
public class DaihoiApplication {

    /** Starts the server; it runs until it is told to stop. */
    public static void main(String[] args) {
        SpringApplication.run(DaihoiApplication.class, args);
    }
}

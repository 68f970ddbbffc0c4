package io.vouchline.local.process;

import io.vouchline.local.report.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;

/** The four services of the fleet. */
public enum Member {
    GATEWAY("gateway", "gateway", 8080),
    LOOKUP("lookup", "lookup-service", 8081),
    OTP("otp", "otp-service", 8082),
    RISK("risk", "risk-service", 8083);

    private static final int MANAGEMENT_OFFSET = 1000;

    private final String label;
    private final String folder;
    private final int port;

    Member(String label, String folder, int port) {
        this.label = label;
        this.folder = folder;
        this.port = port;
    }

    /** In front of its log lines. */
    public String label() {
        return label;
    }

    /** Its folder in the project, which is also its name. */
    public String folder() {
        return folder;
    }

    /** What a build has made of it. */
    public Path jar(Path project) {
        Path jar = project.resolve(folder).resolve("target/quarkus-app/quarkus-run.jar");
        if (Files.notExists(jar)) {
            throw new StartFailure(
                    "%s is missing: build the %s first, with deploy/local/up or ./mvnw -DskipTests package."
                            .formatted(jar, folder));
        }
        return jar;
    }

    MemberPorts standardPorts() {
        return new MemberPorts(port, port + MANAGEMENT_OFFSET);
    }
}

package io.vouchline.local.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Asks a server whether it is a Redis that takes commands. */
final class RedisPing {

    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(3).toMillis();

    private RedisPing() {}

    /**
     * Returns when the server has answered as a Redis does; one that wants a password first is good
     * enough.
     */
    static void send(String host, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));
            String answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))
                            .readLine();
            if (answer == null) {
                throw new IOException("it closed the connection");
            }
            if (!answer.equals("+PONG") && !answer.startsWith("-NOAUTH")) {
                throw new IOException("it answered " + answer);
            }
        }
    }
}

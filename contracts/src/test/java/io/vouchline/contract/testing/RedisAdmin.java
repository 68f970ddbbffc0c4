package io.vouchline.contract.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** What an operator does to a Redis on this machine, by inline commands. */
public final class RedisAdmin {

    private static final int PATIENCE_MILLIS = 30_000;

    private final int port;

    /** Of the server at this port. */
    public RedisAdmin(int port) {
        this.port = port;
    }

    /** Sends a command and waits for the first line of its answer, which must be no error. */
    public void send(String command) {
        try (Socket socket = connection(command);
                BufferedReader answer =
                        new BufferedReader(
                                new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            String line = answer.readLine();
            if (line != null && line.startsWith("-")) {
                throw new IllegalStateException(command + ": " + line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a command and does not wait. */
    public void sendOnly(String command) {
        try (Socket socket = connection(command)) {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket connection(String command) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}

package io.vouchline.local.process;

import io.vouchline.local.report.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Which service listens where. */
public final class PortPlan {

    private static final int CONNECT_MILLIS = 500;

    private final Map<Member, MemberPorts> ports;

    private PortPlan(Function<Member, MemberPorts> ports) {
        this.ports = new EnumMap<>(Member.class);
        for (Member member : Member.values()) {
            this.ports.put(member, ports.apply(member));
        }
    }

    /** The ports that the documentation names. */
    public static PortPlan standard() {
        return new PortPlan(Member::standardPorts);
    }

    /** Ports that nobody uses now, so that a fleet never meets another one. */
    public static PortPlan free() {
        return new PortPlan(member -> new MemberPorts(freePort(), freePort()));
    }

    /** The ports of one service. */
    public MemberPorts of(Member member) {
        MemberPorts found = ports.get(member);
        if (found == null) {
            throw new IllegalArgumentException("no ports for " + member);
        }
        return found;
    }

    /** Refuses to go on while somebody else listens on one of the ports. */
    public void requireFree() {
        ports.forEach(
                (member, pair) -> {
                    requireFree(pair.http(), "the " + member.folder());
                    requireFree(pair.management(), "the management port of the " + member.folder());
                });
    }

    private static void requireFree(int port, String use) {
        if (isTaken(port)) {
            throw new StartFailure(
                    "Port %d is in use by another program, but the fleet needs it for %s: stop that program (lsof -i :%d shows it) and start the fleet again."
                            .formatted(port, use, port));
        }
    }

    private static boolean isTaken(int port) {
        return answers(port) || !canListen(port);
    }

    /**
     * A program that listens on every address does not always keep others from listening on
     * loopback.
     */
    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canListen(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** A port on loopback that nobody uses now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

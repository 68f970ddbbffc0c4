package io.vouchline.risk.simulation.attack;

import io.vouchline.risk.simulation.traffic.Request;
import io.vouchline.risk.simulation.traffic.World;
import java.util.List;

/** A stream of requests that nobody genuine makes. */
public interface Attack {

    /** Its name in figures and plots. */
    String name();

    /**
     * Its requests.
     *
     * @param volume about how many there are to be
     */
    List<Request> requests(World world, int volume);
}

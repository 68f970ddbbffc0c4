package io.vouchline.gateway.voice;

import io.vouchline.gateway.session.SessionStanding;

/**
 * A request of a voice platform, read. Each platform has one class for this, and one media type; it
 * knows nothing of sessions but what stands here.
 *
 * @param <O> what the platform is answered with
 */
interface VoiceCall<O> {

    /**
     * What is asked for. Read from the request alone, so that the same request asks for the same
     * again.
     */
    Wanted wanted();

    /** How the session stands, in the platform's words. */
    O answer(SessionStanding standing);

    /** What is answered when the caller is gone: nobody listens. */
    O farewell();
}

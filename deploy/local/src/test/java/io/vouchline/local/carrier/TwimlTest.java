package io.vouchline.local.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TwimlTest {

    @Test
    void everythingThatIsSaidIsHeardInOrder() throws IOException {
        Twiml script =
                Twiml.parse(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <Response>
                          <Say language="en-US">Your code is <prosody rate="slow">1, 2,
                            3.</prosody></Say>
                          <Pause length="1"/>
                          <Say>Goodbye &amp; thanks.</Say>
                          <Hangup/>
                        </Response>
                        """);

        assertEquals("Your code is 1, 2, 3. Goodbye & thanks.", script.spoken());
        assertEquals(Optional.empty(), script.question());
    }

    @Test
    void theScriptIsHeardUpToItsQuestion() throws IOException {
        Twiml script =
                Twiml.parse(
                        """
                        <Response>
                          <Say>Hello.</Say>
                          <Gather action="http://localhost/pressed?a=1&amp;b=2" numDigits="1">
                            <Say>Press 1.</Say>
                          </Gather>
                          <Say>You pressed nothing.</Say>
                        </Response>
                        """);

        assertEquals("Hello. Press 1.", script.spoken());
        assertEquals(Optional.of("http://localhost/pressed?a=1&b=2"), script.question());
    }

    @Test
    void whoAnswersNothingHearsTheScriptToItsEnd() throws IOException {
        Twiml script =
                Twiml.unanswered(
                        "<Response><Gather action='/pressed'><Say>Press 1.</Say></Gather><Say>Goodbye.</Say></Response>");

        assertEquals("Press 1. Goodbye.", script.spoken());
        assertEquals(Optional.empty(), script.question());
    }

    @Test
    void aScriptWithADocumentTypeIsRefused() {
        String script =
                "<!DOCTYPE Response [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Response>&x;</Response>";

        assertThrows(IOException.class, () -> Twiml.parse(script));
    }

    @Test
    void textThatIsNoScriptIsRefused() {
        assertThrows(IOException.class, () -> Twiml.parse("Your code is 12345"));
    }
}

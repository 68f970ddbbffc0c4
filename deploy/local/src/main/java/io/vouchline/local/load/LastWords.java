package io.vouchline.local.load;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What is said when somebody ends the command with Ctrl-C before it is done. */
final class LastWords {

    private final AtomicReference<Optional<Supplier<String>>> words =
            new AtomicReference<>(Optional.empty());

    private LastWords() {}

    /** For a command that lives as long as its process. */
    static LastWords install(PrintStream errors) {
        LastWords words = new LastWords();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> words.say(errors), "last words"));
        return words;
    }

    /** For a command within something larger, which is not ended by Ctrl-C alone. */
    static LastWords unheard() {
        return new LastWords();
    }

    void set(Supplier<String> sentence) {
        words.set(Optional.of(sentence));
    }

    /** All is said. */
    void none() {
        words.set(Optional.empty());
    }

    private void say(PrintStream errors) {
        words.getAndSet(Optional.empty())
                .ifPresent(sentence -> errors.println("vouchline: " + sentence.get()));
    }
}

/** What callers mean: transcripts, texts and keys are read by plain rules. */
@NullMarked
package io.vouchline.gateway.utterance;

import org.jspecify.annotations.NullMarked;

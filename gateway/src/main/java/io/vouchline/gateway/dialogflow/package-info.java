/** Google's Dialogflow CX: the webhooks of the Authentication component. */
@NullMarked
package io.vouchline.gateway.dialogflow;

import org.jspecify.annotations.NullMarked;

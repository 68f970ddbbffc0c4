/**
 * The conversation that finds out who a caller is, as the Dialogflow document's Authentication
 * component has it: a state machine in plain Java. It asks nobody and keeps nothing by itself; what
 * it wants to know it has others find out ({@link io.vouchline.gateway.conversation.Errand}).
 */
@NullMarked
package io.vouchline.gateway.conversation;

import org.jspecify.annotations.NullMarked;

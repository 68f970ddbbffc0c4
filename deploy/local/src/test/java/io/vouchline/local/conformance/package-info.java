/** Which of the published requirements the tests of all modules show to be kept. */
package io.vouchline.local.conformance;

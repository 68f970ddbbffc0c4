/** What the service costs, measured beside the scripts that it runs. */
package io.vouchline.otp.benchmark;

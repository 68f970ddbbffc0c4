# The webhooks of this folder as Terraform resources. The definitions themselves are webhooks/*.json, the same files that
# ./apply sends. An agent that has Google's Authentication component has its five webhooks already: import those first,
#   terraform import 'google_dialogflow_cx_webhook.vouchline["send_otp"]' AGENT/webhooks/ID

terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = ">= 7.0"
    }
  }
}

variable "agent" {
  type        = string
  description = "projects/PROJECT/locations/LOCATION/agents/AGENT"
}

variable "gateway_url" {
  type        = string
  description = "Where the gateway is reached from Google, without a slash at its end."

  validation {
    condition     = can(regex("^https://[A-Za-z0-9.:/_-]*[A-Za-z0-9]$", var.gateway_url))
    error_message = "It begins with https://, and has no query and no slash at its end."
  }
}

variable "secret_version" {
  type        = string
  description = "projects/PROJECT/secrets/SECRET/versions/VERSION: holds the client's key."
}

locals {
  webhooks = {
    for file in fileset("${path.module}/webhooks", "*.json") :
    trimsuffix(file, ".json") => jsondecode(
      replace(
        replace(file("${path.module}/webhooks/${file}"), "@GATEWAY_URL@", var.gateway_url),
        "@SECRET_VERSION@", var.secret_version
      )
    )
  }
}

resource "google_dialogflow_cx_webhook" "vouchline" {
  for_each = local.webhooks

  parent       = var.agent
  display_name = each.value.displayName
  timeout      = each.value.timeout

  generic_web_service {
    uri                = each.value.genericWebService.uri
    service_agent_auth = each.value.genericWebService.serviceAgentAuth
    webhook_type       = each.value.genericWebService.webhookType
    http_method        = each.value.genericWebService.httpMethod
    request_body       = each.value.genericWebService.requestBody
    parameter_mapping  = each.value.genericWebService.parameterMapping

    dynamic "secret_versions_for_request_headers" {
      for_each = each.value.genericWebService.secretVersionsForRequestHeaders

      content {
        key            = secret_versions_for_request_headers.key
        secret_version = secret_versions_for_request_headers.value.secretVersion
      }
    }
  }
}

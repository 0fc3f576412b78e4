import { createAdvice, type Problem } from '../../problem.js';
import type { Rubric } from '../../rubric/rubric.js';

/** Products that a requirement asks for by name, where another of the kind would do. */
const PRODUCTS =
  /\b(?:AWS|Amazon Web Services|Azure|GCP|Google Cloud|Terraform|OpenTofu|Pulumi|CloudFormation|Ansible|Puppet|Chef|SaltStack|Jenkins|GitLab|GitHub|Bitbucket|CircleCI|Argo ?CD|Docker|OpenShift|Kubernetes|EKS|GKE|AKS|VMware|Datadog|Splunk|New Relic|Dynatrace|Prometheus|Grafana|PagerDuty|ServiceNow|Jira|Oracle|Cisco|Red Hat|Snowflake|Databricks)\b/;

const EQUIVALENT = /\b(?:equivalent|similar|comparable|another|any other|or the like|such as|for example)\b/i;

/** A product that is required: good people who know its neighbour are screened out. */
export function requirementsAdvice({ requirements }: Rubric): readonly Problem[] {
  return requirements.flatMap(({ name, note, required }, at) => {
    const product = PRODUCTS.exec(name)?.[0];
    if (!required || product === undefined || EQUIVALENT.test(`${name} ${note ?? ''}`)) return [];
    return [createAdvice('required-product', { product }, ['requirements', at])];
  });
}

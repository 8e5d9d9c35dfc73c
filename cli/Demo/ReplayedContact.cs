using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Cli.Demo;

/// <summary>A planned contact and the activity that was made of it, or would have been.</summary>
internal sealed record ReplayedContact(PlannedContact Contact, EntityReference Activity);

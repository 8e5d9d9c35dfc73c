using System;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Cli.Demo;

/// <summary>A planned contact and the activity that was made of it, or would have been.</summary>
/// <param name="AtUtc">The instant for which it was planned.</param>
internal sealed record ReplayedContact(PlannedContact Contact, EntityReference Activity, DateTime AtUtc);

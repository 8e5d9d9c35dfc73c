using System;

namespace Crm.Extensions.Cli.Demo;

/// <summary>A contact that a dunning calendar without manners would make.</summary>
/// <param name="Customer">Index of the customer in the loaded list.</param>
/// <param name="Channel">Channel, in the product's own word (phonecall, email, letter, sms, whatsapp).</param>
/// <param name="Purpose">Purpose, in the product's own word (collection, reminder …).</param>
/// <param name="At">The customer's local time for which it is planned.</param>
internal sealed record PlannedContact(int Customer, string Channel, string Purpose, DateTime At);

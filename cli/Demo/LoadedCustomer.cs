using System;

namespace Crm.Extensions.Cli.Demo;

/// <summary>A customer with the ids of his rows.</summary>
internal sealed record LoadedCustomer(DemoCustomer Customer, Guid CustomerId, Guid ContactId, Guid ObligationId);

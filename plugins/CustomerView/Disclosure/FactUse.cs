using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Facts;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>Whether a decision may rest on facts: only on those that its purpose may see, or may at least be guided by.</summary>
/// <remarks>Two gates, both of which must be open: the topic names the purpose, and the matrix has a rule for purpose and category.</remarks>
internal sealed class FactUse
{
    private readonly DisclosureMatrix matrix;

    public FactUse(DisclosureMatrix matrix) => this.matrix = matrix;

    public bool IsAllowed(Topic topic, UseOfData use) => topic.Serves(use) && matrix.MayGuide(use, topic.Category, topic.Sensitivity);

    /// <summary>The topics that a decision for that purpose may not rest on; none: it may be made.</summary>
    public IReadOnlyList<Topic> Refused(IEnumerable<Topic> topics, UseOfData use) => [.. topics.Where(topic => !IsAllowed(topic, use))];
}

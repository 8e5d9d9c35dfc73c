using System.Linq;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Many who are called the same, or nearly: nobody is taken for anybody else, and stewards are not drowned in questions.</summary>
public sealed class NamesakeStories
{
    private const int Many = 60;
    private const int MostAskedOfOne = 10;

    [Fact]
    public void Sixty_who_bear_one_name_stay_sixty_and_of_none_more_than_ten_questions_are_asked()
    {
        using var people = new People();
        for (var number = 0; number < Many; number++)
        {
            people.Contact("José", "García López", ("emailaddress1", Mailbox(number) + "@example.mx"), ("mobilephone", "55" + (10000000 + (number * 1234577 % 89999999))));
        }

        people.Settle();

        Assert.Equal(Many, people.Clusters().Count);
        Assert.True(people.Reviews()
            .SelectMany(review => new[] { review.GetAttributeValue<Microsoft.Xrm.Sdk.EntityReference>("crmx_leftlinkid").Id, review.GetAttributeValue<Microsoft.Xrm.Sdk.EntityReference>("crmx_rightlinkid").Id })
            .GroupBy(link => link)
            .All(link => link.Count() <= MostAskedOfOne));
    }

    [Fact]
    public void Those_whom_a_number_tells_apart_stay_apart()
    {
        using var people = new People();
        for (var number = 1; number <= Many; number++)
        {
            people.Contact("First" + number, "Last" + number, ("emailaddress1", "user" + number + "@example.com"), ("mobilephone", "55" + (10000000 + number)));
        }

        people.Settle();

        Assert.Equal(Many, people.Clusters().Count);
        Assert.Empty(people.Reviews());
    }

    // eight letters that have nothing to do with the name, or with each other's
    private static string Mailbox(int number) => string.Concat(Enumerable.Range(0, 8).Select(place => (char)('a' + ((number + 1) * (place + 3) * (place + 7) * 7919 / 13 % 26))));
}

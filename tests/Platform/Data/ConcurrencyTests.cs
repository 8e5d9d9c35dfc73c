using System;
using System.Threading;
using System.Threading.Tasks;
using Crm.Extensions.Embedded;
using Crm.Extensions.Embedded.Concurrency;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Data;

public sealed class ConcurrencyTests : IDisposable
{
    private readonly EmbeddedDataverse organization = TestTables.Organization();
    private readonly IOrganizationService client;
    private readonly Guid first;
    private readonly Guid second;

    public ConcurrencyTests()
    {
        client = organization.Connect();
        first = client.Create(new Entity(TestTables.Book) { ["t_name"] = "one" });
        second = client.Create(new Entity(TestTables.Book) { ["t_name"] = "two" });
    }

    public void Dispose() => organization.Dispose();

    [Fact]
    public void Others_read_what_is_committed_while_a_transaction_reads_its_own_writes()
    {
        using var open = organization.Database.Begin();
        Rename(open, first, "changed");

        Assert.Equal("one", Name(first));
        Assert.Equal("changed", open.Find(TestTables.Book, first)!["t_name"]);
        open.Commit();
        Assert.Equal("changed", Name(first));
    }

    [Fact]
    public void What_is_rolled_back_was_never_there()
    {
        using (var open = organization.Database.Begin()) Rename(open, first, "changed");

        Assert.Equal("one", Name(first));
    }

    [Fact]
    public void Who_writes_a_row_that_another_has_written_waits_for_its_commit()
    {
        using var open = organization.Database.Begin();
        Rename(open, first, "changed");
        var session = organization.Sessions.Start("second", service => service.Update(new Entity(TestTables.Book, first) { ["t_shelf"] = "A" }));

        Assert.Equal(SessionState.Blocked, session.Step());
        Assert.Equal(SessionState.Blocked, session.Step());
        open.Commit();
        Assert.Equal(SessionState.Ready, session.State);
        Assert.Equal(SessionState.Done, session.Step());

        Assert.Equal("changed", Name(first));
        Assert.Equal("A", client.Retrieve(TestTables.Book, first, new ColumnSet("t_shelf"))["t_shelf"]);
    }

    [Theory]
    [InlineData(true, PlatformFaults.DuplicateRecordEntityKey)]
    [InlineData(false, 0)]
    public void Who_takes_a_key_that_another_is_about_to_take_waits_and_then_collides_or_proceeds(bool commits, int code)
    {
        using var open = organization.Database.Begin();
        Execute(open, new CreateRequest { Target = new Entity(TestTables.Book) { ["t_isbn"] = "1" } });
        var session = organization.Sessions.Start("second", service => service.Create(new Entity(TestTables.Book) { ["t_isbn"] = "1" }));

        Assert.Equal(SessionState.Blocked, session.Step());
        if (commits) open.Commit();
        else open.Rollback();

        Assert.Equal(commits ? SessionState.Failed : SessionState.Done, session.Step());
        if (commits) TestTables.Refused(code, () => throw session.Failure!);
    }

    [Fact]
    public void Of_two_who_wait_for_each_other_one_is_the_victim_and_the_other_goes_on()
    {
        using var one = organization.Database.Begin();
        using var other = organization.Database.Begin();
        Rename(one, first, "a");
        Rename(other, second, "b");
        var waiting = organization.Sessions.Start("one", service => Held(service, () => Rename(one, second, "c")));
        Assert.Equal(SessionState.Blocked, waiting.Step());

        var fault = TestTables.Refused(PlatformFaults.SqlError, () => Rename(other, first, "d"));
        other.Rollback();

        Assert.Contains("deadlock", fault.Message, StringComparison.Ordinal);
        Assert.Equal(SessionState.Done, waiting.Step());
        one.Commit();
        Assert.Equal("c", Name(second));
    }

    [Fact]
    public void Who_waits_too_long_by_the_virtual_clock_gets_a_time_out()
    {
        using var open = organization.Database.Begin();
        Rename(open, first, "changed");
        var session = organization.Sessions.Start("second", service => service.Update(new Entity(TestTables.Book, first)));
        Assert.Equal(SessionState.Blocked, session.Step());

        organization.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(SessionState.Blocked, session.State);
        organization.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(SessionState.Failed, session.Step());
        TestTables.Refused(PlatformFaults.SqlTimeout, () => throw session.Failure!);
    }

    [Fact]
    public void Who_points_at_a_row_that_is_being_deleted_waits_and_then_dangles()
    {
        using var open = organization.Database.Begin();
        Execute(open, new DeleteRequest { Target = new EntityReference(TestTables.Book, first) });
        var session = organization.Sessions.Start("second", service =>
            service.Create(new Entity(TestTables.Copy) { ["t_bookid"] = new EntityReference(TestTables.Book, first) }));

        Assert.Equal(SessionState.Blocked, session.Step());
        open.Commit();

        Assert.Equal(SessionState.Failed, session.Step());
        TestTables.Refused(PlatformFaults.ObjectDoesNotExist, () => throw session.Failure!);
    }

    [Fact]
    public void A_doomed_transaction_takes_no_further_request()
    {
        using var open = organization.Database.Begin();
        TestTables.Refused(PlatformFaults.StringLengthExceeded, () => Rename(open, first, new string('x', 21)));

        TestTables.Refused(PlatformFaults.TransactionNotStarted, () => Rename(open, first, "fine"));
        TestTables.Refused(PlatformFaults.TransactionNotStarted, open.Commit);
    }

    [Fact]
    public void A_session_does_one_request_a_step_and_what_it_did_is_there_for_others()
    {
        var session = organization.Sessions.Start("steps", service =>
        {
            service.Update(new Entity(TestTables.Book, first) { ["t_name"] = "a" });
            service.Update(new Entity(TestTables.Book, first) { ["t_name"] = "b" });
        });

        Assert.Equal("one", Name(first));
        Assert.Equal(SessionState.Ready, session.Step());
        Assert.Equal("a", Name(first));
        Assert.Equal(SessionState.Done, session.Step());
        Assert.Equal("b", Name(first));
    }

    [Fact]
    public void A_write_made_for_an_older_version_is_refused()
    {
        var read = client.Retrieve(TestTables.Book, first, new ColumnSet("t_name"));
        client.Update(new Entity(TestTables.Book, first) { ["t_name"] = "meanwhile" });
        var late = new Entity(TestTables.Book, first) { RowVersion = read.RowVersion, ["t_name"] = "late" };

        TestTables.Refused(PlatformFaults.ConcurrencyVersionMismatch, () => client.Execute(new UpdateRequest { Target = late, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches }));
        TestTables.Refused(PlatformFaults.ConcurrencyVersionMismatch, () => client.Execute(new DeleteRequest
        {
            Target = new EntityReference(TestTables.Book, first) { RowVersion = read.RowVersion },
            ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        }));
        client.Execute(new UpdateRequest { Target = late, ConcurrencyBehavior = ConcurrencyBehavior.AlwaysOverwrite });

        Assert.Equal("late", Name(first));
    }

    [Fact]
    public void A_version_must_be_named_where_it_is_to_be_compared() =>
        TestTables.Refused(PlatformFaults.ConcurrencyVersionNotProvided, () => client.Execute(new UpdateRequest
        {
            Target = new Entity(TestTables.Book, first),
            ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        }));

    [Fact]
    public async Task Of_many_threads_that_take_one_key_exactly_one_gets_it()
    {
        var taken = 0;
        var threads = new Task[8];
        for (var index = 0; index < threads.Length; index++)
        {
            threads[index] = Task.Run(() =>
            {
                for (var isbn = 0; isbn < 50; isbn++)
                {
                    try
                    {
                        organization.Connect().Create(new Entity(TestTables.Book) { ["t_isbn"] = isbn.ToString(System.Globalization.CultureInfo.InvariantCulture) });
                        Interlocked.Increment(ref taken);
                    }
                    catch (System.ServiceModel.FaultException<OrganizationServiceFault> fault)
                    {
                        Assert.Equal(PlatformFaults.DuplicateRecordEntityKey, fault.Detail.ErrorCode);
                    }
                }
            });
        }

        await Task.WhenAll(threads);

        Assert.Equal(50, taken);
    }

    // A session's body that works in a transaction of the test: one step is a request, here an empty one
    private static void Held(IOrganizationService service, Action work)
    {
        service.Execute(new OrganizationRequest("WhoAmI"));
        work();
    }

    private void Rename(Embedded.Storage.Transaction transaction, Guid id, string name) =>
        Execute(transaction, new UpdateRequest { Target = new Entity(TestTables.Book, id) { ["t_name"] = name } });

    private void Execute(Embedded.Storage.Transaction transaction, OrganizationRequest request) =>
        organization.Executor.Execute(request, organization.ClientCall(organization.AdministratorId) with { Transaction = transaction });

    private string Name(Guid id) => (string)client.Retrieve(TestTables.Book, id, new ColumnSet("t_name"))["t_name"];
}

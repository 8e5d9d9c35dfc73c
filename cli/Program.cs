using System.CommandLine;
using Crm.Extensions.Cli.Commands;

var root = new RootCommand("Crm.Extensions: builds, checks and tries the managed solution.")
{
    ModelCommand.Create(),
    DemoCommand.Create(),
    CourtesyCommand.Create(),
    HolidaysCommand.Create(),
    UnifyCommand.Create(),
    RosterCommand.Create(),
    ValueCommand.Create(),
    CompensationCommand.Create(),
    PackCommand.Create(),
    VerifyCommand.Create(),
};
return root.Parse(args).Invoke();

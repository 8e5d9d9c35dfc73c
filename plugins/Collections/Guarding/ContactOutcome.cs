namespace Crm.Extensions.Collections;

/// <summary>What came of a contact. The numbers are those of option set crmx_contactoutcome, less its base 574840000.</summary>
internal enum ContactOutcome
{
    NoAnswer = 0,
    AnsweringMachine = 1,
    ThirdParty = 2,
    Conversation = 3,
    WrongNumber = 4,
    Delivered = 5,
    Refused = 6,
}

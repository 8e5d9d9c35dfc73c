using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Keys of numbers and addresses at which somebody is reached or known.</summary>
internal static class ContactKeys
{
    private const int ShortestMailbox = 3;
    private const int LocalDigits = 7;

    public static void Write(NormalRecord record, KeyText key)
    {
        foreach (var id in record.NationalIds)
        {
            if (id.IsEvidence) key.Begin("id").Add(id.Value).End();
        }

        foreach (var email in record.Emails)
        {
            var at = email.LastIndexOf('@');
            key.Begin("email").Add(email).End();
            key.Begin("letters").AddSorted(email).End();
            if (at >= ShortestMailbox)
            {
                key.Begin("mailbox").Add(email, 0, at).End();
                key.Begin("mailbones").AddSkeleton(email.Substring(0, at)).End();
            }

            if (at >= 0) key.Begin("domain").Add(email, at + 1, email.Length - at - 1).End();
        }

        foreach (var phone in record.Phones)
        {
            var local = phone.Length < LocalDigits ? phone.Length : LocalDigits;
            key.Begin("phone").Add(phone, phone.Length - local, local).End();
        }
    }
}

using System;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Wording;
using Xunit;

namespace Crm.Extensions.Tests.Wording;

/// <summary>What texts must not say and must say; each row names its source.</summary>
public class TextCheckTests
{
    [Theory]
    [InlineData("CO", "¿Por qué no ha pagado su cuota?", "asks-reason", "Ley 2300 de 2023, art. 7")]
    [InlineData("CO", "Cuéntenos el motivo de su atraso.", "asks-reason", "Ley 2300 de 2023, art. 7")]
    [InlineData("CO", "Llamaremos a sus referencias.", "contacts-references", "Ley 2300 de 2023, art. 4")]
    [InlineData("CO", "Mañana pasaremos por su casa.", "announces-visit", "Ley 2300 de 2023, art. 6")]
    [InlineData("MX", "Deposite en mi cuenta.", "pays-elsewhere", "CONDUSEF")]
    [InlineData("PE", "Notificación judicial: pague hoy", "court-language", "Ley 29571")]
    [InlineData("AR", "Usted es un moroso.", "shaming", "Ley 24.240")]
    [InlineData("CL", "Lo publicaremos en Dicom.", "threat", "Ley 19.496")]
    [InlineData("GB", "You must pay in full today.", "pay-at-once", "CONC 7")]
    [InlineData("BR", "Vamos processar você.", "threat", "Código de Defesa")]
    [InlineData("VE", "We will tell your employer.", "publicity", "Política de la casa")]
    [InlineData("", "Deposite el dinero antes de su viaje.", "deposit-before-travel", "Política de la casa")]
    [InlineData("", "Vamos a embargarle el sueldo.", "threat", "Política de la casa")]
    public void What_must_not_be_said_is_found(string country, string text, string rule, string source)
    {
        var advice = Assert.Single(TextCheck.Advise("", text, Purpose.Collection, Channel.PhoneCall, country, ""), advice => advice.Rule.Id == rule);
        Assert.Contains(source, advice.Rule.Source.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sin embargo, puede pagar en tres partes.")]
    [InlineData("No le preguntamos por qué no ha pagado; puede pagar en tres partes.")]
    [InlineData("Gracias por su llamada.\n> ¿Por qué no ha pagado?")]
    [InlineData("Gracias.\n\nEl lun, 16 nov 2026 a las 10:00, Ana\n(<ana@example.com>) escribió:\n\n¿Me van a embargar?")]
    [InlineData("Gracias.\n-----Mensaje original-----\nLos voy a demandar, iniciaré acciones legales")]
    [InlineData("Gracias.\nDe: Ana\nEnviado: lunes\nAsunto: x\n\n¿Por qué no han pagado?")]
    [InlineData("<p>Gracias.</p><blockquote><p>&iquest;Por qu&eacute; no ha pagado?</p></blockquote>")]
    [InlineData("<div>Gracias.</div><div class=\"gmail_quote\"><div>¿Me van a embargar?</div><div>moroso</div></div>")]
    [InlineData("<div>Gracias</div><style>p { moroso: 1 }</style><!-- embargaremos -->")]
    public void Quotes_and_harmless_words_are_left_alone(string text) => Assert.Empty(TextCheck.Advise("", text, Purpose.Collection, Channel.PhoneCall, "CO", ""));

    [Theory]
    [InlineData("<p>¿Por qu&eacute;&nbsp;no <b>ha</b> pagado?</p>")]
    [InlineData("> hola\n¿Por qué no ha pagado?")]
    [InlineData("De: 3 cuotas, ninguna pagada. ¿Por qué no ha pagado?")]
    public void Own_words_are_read_in_html_and_between_quotes(string text) => Assert.NotEmpty(TextCheck.Advise("", text, Purpose.Collection, Channel.PhoneCall, "CO", ""));

    [Theory]
    [InlineData("US", "opt-out-line", "12 CFR 1006.6(e)")]
    [InlineData("CL", "first-action-rights", "Ley 19.496, art. 37")]
    [InlineData("CL", "not-enforcement", "Ley 19.496, art. 37")]
    [InlineData("MX", "names-agent", "CONDUSEF")]
    [InlineData("CO", "names-house", "Política de la casa")]
    public void What_is_missing_is_told(string country, string rule, string source) => Assert.Contains(
        TextCheck.Advise("", "Hola.", Purpose.Collection, Channel.Email, country, "Banco Andino"),
        advice => advice.Rule.Id == rule && advice.Rule.Source.Text.Contains(source, StringComparison.Ordinal));

    [Fact]
    public void Every_rule_speaks_both_languages_and_names_its_source() => Assert.All(
        TextRuleBook.Countries.Append("").SelectMany(country => TextRuleBook.RulesFor(country)),
        rule => Assert.True(rule.English.Length > 0 && rule.Spanish.Length > 0 && rule.Source.Text.Length > 0, rule.Id));
}

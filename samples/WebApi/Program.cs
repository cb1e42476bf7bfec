// Serves predictions of digits that are drawn on a web page.
using WebApiSample;

DigitApi.Create(args).Run();
